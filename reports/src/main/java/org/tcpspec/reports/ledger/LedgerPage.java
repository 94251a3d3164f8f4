package org.tcpspec.reports.ledger;

import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.read.Crosswalk;
import org.tcpspec.reports.write.Escape;

/** The ledger of requirements and a crosswalk as one self-contained page. */
public final class LedgerPage {
    /** The name of its file in the report's folder. */
    public static final String NAME = "requirements.html";

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:15px/1.45 system-ui,sans-serif;margin:1rem auto;max-width:75rem;padding:0 1rem}
            section{overflow-x:auto}
            table{border-collapse:collapse;width:100%}
            th,td{border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.3rem .5rem;
            text-align:left;vertical-align:top;overflow-wrap:anywhere}
            th{position:sticky;top:0;background:Canvas}
            pre{overflow-x:auto}
            """;

    private LedgerPage() {}

    public static String of(Ledger ledger, Crosswalk crosswalk, Judgement run) {
        String iut = Escape.xml(run.recorded().run().statement().name());
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<title>Requirements of TCP: " + iut + "</title><style>" + STYLE + "</style></head>\n<body>\n<h1>"
                + iut + "</h1>\n" + LedgerHtml.section(ledger) + LedgerHtml.section(crosswalk, run)
                + "</body>\n</html>\n";
    }
}
