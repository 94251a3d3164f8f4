package org.tcpspec.steps.run;

/**
 * Something that is wrong with a feature file.
 *
 * @param file the path below the features' folder
 * @param line from 1
 * @param column from 1
 * @param sentence what is wrong, and the mend
 */
public record Problem(String file, long line, long column, String sentence) {

    /** As compilers write it: {@code file:line:column: sentence}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + sentence;
    }
}
