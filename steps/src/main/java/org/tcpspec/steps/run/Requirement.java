package org.tcpspec.steps.run;

/**
 * One row of the requirement catalogue.
 *
 * @param id such as {@code MUST-13}
 * @param level {@code MUST}, {@code MUST NOT}, {@code SHOULD}, {@code SHOULD NOT} or {@code MAY}
 * @param option the option that it presupposes, such as {@code rfc5961-rst}; empty if none
 * @param rfc the number of the RFC
 * @param section the section in it
 * @param summary the demand, in our words
 */
public record Requirement(String id, String level, String option, String rfc, String section, String summary) {

    /** Where the demand stands: {@code RFC 9293 3.6.1}. */
    public String clause() {
        return "RFC " + rfc + " " + section;
    }
}
