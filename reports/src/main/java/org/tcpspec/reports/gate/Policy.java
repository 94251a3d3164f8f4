package org.tcpspec.reports.gate;

import java.util.List;
import org.tcpspec.spi.iut.Deviation;

/**
 * What a gate demands: {@code docs/gates.md} describes the file.
 *
 * @param where the file, for people
 * @param waivers beside the deviations that the IUT lists itself
 */
public record Policy(String where, Profile profile, List<Rule> rules, List<Deviation> waivers) {
    public Policy {
        rules = List.copyOf(rules);
        waivers = List.copyOf(waivers);
    }
}
