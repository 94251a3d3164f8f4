package org.tcpspec.reports.prove;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tcpspec.reports.page.Pages;
import org.tcpspec.reports.read.Catalogue;
import org.tcpspec.reports.read.KillsNothing;
import org.tcpspec.reports.write.Escape;
import org.tcpspec.spi.iut.Fault;
import org.tcpspec.steps.run.Requirement;

/** The kill matrix as a page that needs nothing else, for readers who have never seen the kit. */
final class MatrixPage {
    private static final List<String> STACKS = List.of(
            "lwIP",
            "smoltcp",
            "gVisor",
            "picoTCP",
            "Zephyr",
            "FreeBSD",
            "Linux",
            "FreeRTOS+TCP",
            "RIOT",
            "NuttX",
            "Contiki",
            "mTCP",
            "VxWorks",
            "Windows",
            "SerenityOS",
            "Fuchsia",
            "caladan",
            "tricep",
            "Shadow",
            "INET",
            "mirage",
            "Demikernel",
            "IncludeOS",
            "gPXE",
            "ktcp",
            "esp-idf",
            "Snort");

    private static final Map<String, String> TOPICS = Map.ofEntries(
            Map.entry("EST", "establishment"),
            Map.entry("SOP", "simultaneous open"),
            Map.entry("SCL", "simultaneous close"),
            Map.entry("RSG", "making a RST"),
            Map.entry("RST", "taking a RST"),
            Map.entry("SEQ", "sequence numbers"),
            Map.entry("ACK", "acknowledgments"),
            Map.entry("TWT", "TIME-WAIT"),
            Map.entry("FIN", "closing"),
            Map.entry("HCL", "half close"),
            Map.entry("HOP", "half-open connections"),
            Map.entry("KAL", "keep-alive"),
            Map.entry("ZWP", "zero window"),
            Map.entry("RTX", "retransmission"),
            Map.entry("MSS", "segment size"),
            Map.entry("OPT", "options"),
            Map.entry("CKS", "checksum"),
            Map.entry("URG", "urgent data"),
            Map.entry("ISN", "initial numbers"),
            Map.entry("TSP", "timestamps"),
            Map.entry("WSC", "window scale"),
            Map.entry("SWS", "silly window, Nagle"),
            Map.entry("OOO", "out of order"),
            Map.entry("BKL", "backlog"),
            Map.entry("WND", "window update"),
            Map.entry("ADR", "addresses"),
            Map.entry("ICM", "ICMP"),
            Map.entry("ROB", "robustness"),
            Map.entry("GAP", "MUSTs that no known bug broke"),
            Map.entry("SHD", "SHOULDs"),
            Map.entry("ECN", "marked congestion"),
            Map.entry("SIB", "siblings of all these"),
            Map.entry("REQ", "rules without a fault"));

    private static final int MOST = 12;

    private final Matrix matrix;
    private final Map<String, Requirement> requirements = Catalogue.bundled().requirements();
    private final StringBuilder s = new StringBuilder();

    private MatrixPage(Matrix matrix) {
        this.matrix = matrix;
    }

    static String html(Matrix matrix) {
        return new MatrixPage(matrix).page();
    }

    private String page() {
        s.append(Pages.render("head.ftl", Map.of("title", "tcpspec: the kill matrix")));
        story();
        figures();
        s.append("<nav aria-label=\"On this page\"><ul><li><a href=\"#map\">All faults at a glance</a></li>"
                + "<li><a href=\"#open\">What is not as it should be</a></li><li><a href=\"#matrix\">Faults and features</a></li>"
                + "<li><a href=\"#stories\">The stories</a></li><li><a href=\"#idle\">Scenarios that kill nothing</a></li>"
                + "<li><a href=\"#out\">Not seeded</a></li></ul></nav>\n");
        map();
        open();
        new MatrixTable(matrix, s).append();
        stories();
        idle();
        notSeeded();
        return s.append("</body></html>\n").toString();
    }

    private void story() {
        long real = matrix.seeded().stream()
                .filter(f -> !f.source().equals("invented"))
                .count();
        s.append(
                "<main id=\"main\"><h1>Would this test kit have caught the bug?</h1>\n<p>A test that has never failed proves nothing."
                        + " So tcpspec is tested with mistakes that real TCP stacks made: each is built into a correct TCP, alone, and the"
                        + " scenarios are played against it. We call such a mistake a <b>seeded fault</b>; a scenario that fails on it"
                        + " <b>kills</b> it. A kill alone is not enough: the failing verdict must <b>blame</b> the rule of the RFC that"
                        + " the fault breaks, or it would send the reader astray.</p>\n<p>");
        s.append(real)
                .append(" of the ")
                .append(matrix.seeded().size())
                .append(
                        " faults are after bugs that real stacks had; the others are invented, as siblings of those or for"
                                + " rules that no known bug broke. ");
        s.append("Named most often: ").append(stacks()).append(".</p>\n");
        if (!matrix.isComplete()) {
            s.append("<p><b>Incomplete: ")
                    .append(matrix.tried().size())
                    .append(" of ")
                    .append(matrix.seeded().size())
                    .append(" faults were played.</b></p>\n");
        }
        if (matrix.statusWithheld()) {
            s.append("<p>Played without the stack's STATUS call: states are known from the wire alone.</p>\n");
        }
    }

    private String stacks() {
        Map<String, Long> counts = new TreeMap<>();
        for (String stack : STACKS) {
            long n = matrix.seeded().stream()
                    .filter(f -> f.source().contains(stack))
                    .count();
            if (n > 1) {
                counts.put(stack, n);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(10)
                .map(e -> Escape.xml(e.getKey()) + " (" + e.getValue() + ")")
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private void figures() {
        s.append("<ul class=\"figures\">");
        figure(matrix.killed() + " of " + matrix.tried().size(), "faults killed");
        figure(Integer.toString(matrix.with(Blame.RIGHT).size()), "rightly blamed: a verdict names the very rule");
        figure(
                Integer.toString(matrix.with(Blame.IMPLIED).size()),
                "blamed through the table of rules that imply each other");
        figure(Integer.toString(matrix.with(Blame.MISLED).size()), "killed, but the verdicts mislead");
        figure(Integer.toString(matrix.survivors().size()), "survived");
        figure(
                (matrix.scenarios().size() - matrix.killNothing().size()) + " of "
                        + matrix.scenarios().size(),
                "scenarios kill at least one");
        s.append("</ul>\n<p class=\"dim\">tcpspec ")
                .append(Escape.xml(matrix.tool()))
                .append(", ")
                .append(Escape.xml(matrix.model()))
                .append(", seed ")
                .append(matrix.seed())
                .append(". Of all failing verdicts ")
                .append(matrix.verdicts(Blame.RIGHT))
                .append(" blame rightly, ")
                .append(matrix.verdicts(Blame.IMPLIED))
                .append(" through the table, ")
                .append(matrix.verdicts(Blame.MISLED))
                .append(" something else.</p>\n");
    }

    private void figure(String number, String words) {
        s.append("<li><b>").append(number).append("</b>").append(words).append("</li>");
    }

    /** The class of a fault's fate, in the style sheet, and its sign. */
    private String fate(Fault fault) {
        if (fault.notSeeded().isPresent()) {
            return "out";
        }
        return matrix.tried(fault)
                .map(t -> t.blame()
                        .map(b -> b.name().toLowerCase(java.util.Locale.ROOT))
                        .orElse("survived"))
                .orElse("out");
    }

    private static String sign(String fate) {
        return switch (fate) {
            case "right" -> "✓";
            case "implied" -> "≈";
            case "misled" -> "!";
            case "survived" -> "✗";
            default -> "–";
        };
    }

    private void map() {
        s.append("<h2 id=\"map\">All faults at a glance</h2>\n<ul class=\"legend\">");
        Map<String, String> words = new java.util.LinkedHashMap<>();
        words.put("right", "killed and rightly blamed");
        words.put("implied", "killed, blamed through the table");
        words.put("misled", "killed, something else blamed");
        words.put("survived", "survived");
        words.put("out", "not seeded");
        words.forEach((fate, what) -> s.append("<li><span class=\"sign ")
                .append(fate)
                .append("\">")
                .append(sign(fate))
                .append("</span> ")
                .append(what)
                .append("</li>"));
        s.append("</ul>\n<div class=\"map\">\n");
        matrix.topics(matrix.faults()).forEach((topic, faults) -> {
            s.append("<div class=\"topic id\">")
                    .append(Escape.xml(topic(topic)))
                    .append("</div><div class=\"cells\">");
            for (Fault fault : faults) {
                String fate = fate(fault);
                s.append("<a class=\"")
                        .append(fate)
                        .append("\" href=\"#")
                        .append(Escape.xml(fault.id()))
                        .append("\" title=\"")
                        .append(Escape.xml(fault.id() + ": " + fault.story()))
                        .append("\" aria-label=\"")
                        .append(Escape.xml(fault.id()))
                        .append("\">")
                        .append(sign(fate))
                        .append("</a>");
            }
            s.append("</div>\n");
        });
        s.append("</div>\n");
    }

    private static String topic(String prefix) {
        return TOPICS.containsKey(prefix) ? prefix + "  " + TOPICS.get(prefix) : prefix;
    }

    private void open() {
        s.append("<h2 id=\"open\">What is not as it should be</h2>\n");
        List<Tried> survivors = matrix.survivors();
        s.append("<h3>Survivors</h3>\n");
        if (survivors.isEmpty()) {
            s.append("<p>None: every fault that was played is killed.</p>\n");
        }
        survivors.forEach(t -> link(
                t.fault(),
                t.reached().isEmpty()
                        ? "no scenario comes by its place"
                        : t.reached().size() + " scenarios come by its place, and pass"));
        List<Tried> misled = matrix.with(Blame.MISLED);
        s.append("<h3>Verdicts that mislead</h3>\n");
        if (misled.isEmpty()) {
            s.append("<p>No fault has only verdicts that blame something else.</p>\n");
        }
        misled.forEach(t -> link(t.fault(), "instead of " + t.fault().requirement() + ": " + words(t.misleading())));
    }

    private static String words(Map<String, Integer> blamed) {
        return blamed.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST)
                .map(e -> e.getKey() + " (" + e.getValue() + ")")
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private void link(Fault fault, String words) {
        s.append("<p><a class=\"id\" href=\"#")
                .append(Escape.xml(fault.id()))
                .append("\">")
                .append(Escape.xml(fault.id()))
                .append("</a> ")
                .append(Escape.xml(fault.story()))
                .append(" <span class=\"dim\">")
                .append(Escape.xml(words))
                .append("</span></p>\n");
    }

    private void stories() {
        s.append("<h2 id=\"stories\">The stories</h2>\n");
        matrix.topics(matrix.seeded()).forEach((topic, faults) -> {
            s.append("<h3 class=\"id\">").append(Escape.xml(topic(topic))).append("</h3>\n");
            faults.forEach(this::fault);
        });
    }

    private void fault(Fault fault) {
        article(fault);
        Requirement r = requirements.get(fault.requirement());
        s.append("<p class=\"dim\">Breaks <code>")
                .append(Escape.xml(fault.requirement()))
                .append("</code>");
        if (r != null) {
            s.append(" (").append(Escape.xml(r.clause())).append("): ").append(Escape.xml(r.summary()));
        }
        s.append("</p>\n");
        matrix.tried(fault).ifPresent(this::tried);
        s.append("</article>\n");
    }

    private void article(Fault fault) {
        String fate = fate(fault);
        s.append("<article class=\"")
                .append(fate)
                .append("\" id=\"")
                .append(Escape.xml(fault.id()))
                .append("\"><h4><span class=\"sign ")
                .append(fate)
                .append("\">")
                .append(sign(fate))
                .append("</span> <span class=\"id\">")
                .append(Escape.xml(fault.id()))
                .append("</span></h4>\n<p>")
                .append(Escape.xml(fault.story()))
                .append(" <span class=\"dim\">Source: ")
                .append(Escape.xml(fault.source()))
                .append(fault.profile()
                        .map(p -> "; under the profile " + Escape.xml(p))
                        .orElse(""))
                .append(".</span></p>\n");
    }

    private void tried(Tried tried) {
        s.append("<p>")
                .append(
                        tried.isKilled()
                                ? "Killed by " + tried.kills().size() + " of "
                                        + tried.reached().size() + " scenarios that come by its place: "
                                        + tried.count(Blame.RIGHT) + " blame it rightly, " + tried.count(Blame.IMPLIED)
                                        + " through the table, " + tried.count(Blame.MISLED) + " something else."
                                : "<b>Survived</b> " + tried.reached().size() + " scenarios.")
                .append("</p>\n");
        tried.shown()
                .ifPresent(shown -> s.append("<details><summary>How ")
                        .append(Escape.xml(shown.scenario()))
                        .append(" fails</summary><pre tabindex=\"0\">")
                        .append(Escape.xml(shown.ladder()))
                        .append("</pre></details>\n"));
        if (tried.isKilled()) {
            s.append("<details><summary>Who kills it</summary><ul>");
            tried.kills().stream()
                    .limit(MOST)
                    .forEach(k -> s.append("<li>")
                            .append(Escape.xml(k.scenario()))
                            .append(" <span class=\"dim\">")
                            .append(Escape.xml(k.blame() + ", " + k.blamed()))
                            .append("</span></li>"));
            if (tried.kills().size() > MOST) {
                s.append("<li>and ").append(tried.kills().size() - MOST).append(" more: see kill-matrix.json</li>");
            }
            s.append("</ul></details>\n");
        }
    }

    private void idle() {
        List<Matrix.Spot> idle = matrix.killNothing();
        Map<String, String> reasons = KillsNothing.bundled();
        s.append("<h2 id=\"idle\">Scenarios that kill nothing</h2>\n<p>")
                .append(idle.size())
                .append(" of ")
                .append(matrix.scenarios().size())
                .append(
                        " scenarios fail on no fault. Each is either worthless or lacks a fault, or says why it stays.</p>\n<details><summary>All of them</summary><ul>");
        idle.forEach(i -> s.append("<li>")
                .append(Escape.xml(i.id()))
                .append(" <span class=\"dim\">")
                .append(Escape.xml(reasons.getOrDefault(i.id(), "no reason given")))
                .append("</span></li>"));
        s.append("</ul></details>\n");
    }

    private void notSeeded() {
        s.append("<h2 id=\"out\">Not seeded</h2>\n<p>")
                .append(matrix.notSeeded().size())
                .append(" known bugs are not seeded, each for a reason.</p>\n");
        matrix.notSeeded().forEach(f -> {
            article(f);
            s.append("<p>").append(Escape.xml(f.notSeeded().orElse(""))).append("</p></article>\n");
        });
        s.append("</main>\n");
    }
}
