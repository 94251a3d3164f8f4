package org.tcpspec.reports.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tcpspec.reports.probe.Answer.Choice;
import org.tcpspec.reports.probe.Answer.Measure;
import org.tcpspec.reports.read.Durations;
import org.tcpspec.reports.read.IxitNames;
import org.tcpspec.spi.iut.Statement;
import org.tcpspec.spi.iut.Support;
import org.tcpspec.steps.observe.LadderRow;

/**
 * A claim that the wire contradicts.
 *
 * @param claim as it stands in the description
 * @param found what it should be
 */
public record Finding(String key, String claim, String found, String seen, List<LadderRow> evidence) {
    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** What {@code claims} says of it, if {@code answer} contradicts that. What is silent or default claims nothing. */
    static Optional<Finding> of(Statement claims, Answer answer) {
        if (answer instanceof Choice choice) {
            Support claimed = claims.support(choice.key());
            return claimed == Support.SILENT || choice.support() == Support.SILENT || claimed == choice.support()
                    ? Optional.empty()
                    : Optional.of(finding(answer, Draft.word(claimed), Draft.word(choice.support())));
        }
        if (answer instanceof Measure measure) {
            Map<String, String> sources = claims.ixit().sources();
            boolean says = !sources.getOrDefault(measure.key(), "default").equals("default");
            return IxitNames.duration(claims.ixit(), measure.key())
                    .filter(claim -> says && !measure.bears(claim))
                    .map(claim -> finding(answer, Durations.write(claim), Durations.write(measure.value())));
        }
        return Optional.empty();
    }

    private static Finding finding(Answer answer, String claim, String found) {
        return new Finding(answer.key(), claim, found, answer.seen(), answer.evidence());
    }
}
