package org.tcpspec.reports.page;

import java.util.List;
import org.tcpspec.reports.coverage.Cell;
import org.tcpspec.reports.coverage.Fate;
import org.tcpspec.reports.coverage.Fates;

/**
 * One state with one event as the grid shows it.
 *
 * @param key the class of its colour and its sign
 * @param words what the colour means
 * @param scenarios how many tell of it
 * @param against how many of them tell against it
 * @param shade how deep its colour is: 1 to 3 by the number of scenarios, 0 without any
 * @param cell its rows
 */
public record GridCell(String key, String words, int scenarios, int against, int shade, Cell cell) {

    /** By whether the cell was exercised. */
    public static GridCell covered(Cell cell) {
        return new GridCell(cell.status().key(), cell.status().toString(), 0, 0, 0, cell);
    }

    /** By the verdicts of one run. */
    static GridCell judged(Cell cell, Fates fates) {
        List<String> rows = cell.rows().stream().map(r -> r.row().id()).toList();
        Fate fate = fates.worst(rows);
        int n = fates.scenarios(rows).size();
        int shade = n == 0 ? 0 : n < 5 ? 1 : n < 50 ? 2 : 3;
        return new GridCell(fate.key(), fate.toString(), n, fates.against(rows), shade, cell);
    }

    /** Its anchor on the page. */
    public String anchor() {
        return cell.state() + "-" + cell.event();
    }
}
