package org.tcpspec.reports.write;

import java.util.List;
import java.util.Map;
import org.tcpspec.reports.journal.RunInfo;
import org.tcpspec.reports.judge.Judged;
import org.tcpspec.spi.wire.IpVersion;

/** How to play one scenario of a run again, as it was played. */
public final class Replay {
    private Replay() {}

    /** The command line. */
    public static String of(RunInfo run, Judged judged) {
        boolean drawn = run.selection().containsKey("drawn");
        StringBuilder s = new StringBuilder("./tcpspec run --iut " + run.provider());
        run.selection().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
            if (e.getKey().equals("features")) {
                s.append(" --features ").append(e.getValue());
            } else if (e.getKey().equals("fault")) {
                s.append(" --fault ").append(e.getValue());
            } else if (e.getValue().equals("yes")) {
                s.append(e.getKey().equals("drawn") ? " --draws 1" : " --" + e.getKey());
            } else if (!drawn && List.of("ics", "interpretation").contains(e.getKey())) {
                s.append(" --").append(e.getKey()).append(' ').append(e.getValue());
            }
        });
        if (!drawn && run.ip() == IpVersion.IPV6) {
            s.append(" --ip 6");
        }
        return s.append(" --seed ")
                .append(run.seed())
                .append(" --name '^")
                .append(judged.id())
                .append("$'")
                .toString();
    }
}
