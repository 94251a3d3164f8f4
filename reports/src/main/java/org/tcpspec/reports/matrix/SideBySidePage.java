package org.tcpspec.reports.matrix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tcpspec.reports.page.Pages;

/** The matrix as one page that needs nothing else; evidence lies in the folders of the runs. */
public final class SideBySidePage {
    private SideBySidePage() {}

    /** @param diff only the lines in which the stacks differ */
    public static String of(SideBySide matrix, boolean diff) {
        Map<String, Object> model = new HashMap<>();
        model.put("diff", diff);
        model.put("stacks", matrix.stacks());
        model.put("levels", matrix.levels());
        model.put("differences", matrix.differences());
        model.put("topics", chosen(matrix.topics(), diff));
        model.put("byRequirement", chosen(matrix.byRequirement(), diff));
        model.put("cells", chosen(matrix.cells(), diff));
        return Pages.render("matrix.ftl", model);
    }

    private static List<Line> chosen(List<Line> lines, boolean diff) {
        return lines.stream().filter(l -> !diff || l.differs()).toList();
    }
}
