package org.tcpspec.reports.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tcpspec.reports.allure.AllureResults;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.reports.judge.Judgement;
import org.tcpspec.reports.write.Evidence;

/**
 * A scenario as the pages name it: with its verdict, and the way to its evidence.
 *
 * @param outcome the key of its outcome
 * @param ladder the path of its drawing below the report's folder; empty if there is none
 * @param packets the path of its packets; empty if there are none
 */
public record Play(String id, String name, String outcome, String ladder, String packets) {

    /** The path of its page in the Allure report. */
    public String allure() {
        return "allure/index.html#testresult/" + AllureResults.key(id);
    }

    static Play of(Judged judged, Evidence evidence) {
        List<String> files = evidence.of(judged);
        int attempt = judged.shown().attempt();
        String nth = attempt == 1 ? "" : "-" + attempt;
        return new Play(
                judged.id(),
                judged.scenario().name(),
                judged.outcome().key(),
                file(files, nth + ".svg"),
                file(files, nth + ".pcapng"));
    }

    /** All scenarios of a run, by id. */
    public static Map<String, Play> all(Judgement run, Evidence evidence) {
        Map<String, Play> all = new HashMap<>();
        run.scenarios().forEach(judged -> all.put(judged.id(), of(judged, evidence)));
        return all;
    }

    private static String file(List<String> files, String ending) {
        return files.stream().filter(f -> f.endsWith(ending)).findFirst().orElse("");
    }
}
