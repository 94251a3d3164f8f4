package org.tcpspec.spi.iut;

import java.util.function.Supplier;

/**
 * One thing that an IUT needs of the machine, and whether it is there.
 *
 * @param name such as {@code libpcap}
 * @param well it is as it should be
 * @param found what was found; what is wrong and how to mend it if it is not well
 */
public record Checkup(String name, boolean well, String found) {

    /** Well if {@code look} comes back, with what it says; a {@link LabException} tells what is wrong and the mend. */
    public static Checkup of(String name, Supplier<String> look) {
        try {
            return new Checkup(name, true, look.get());
        } catch (LabException e) {
            return new Checkup(name, false, e.getMessage());
        }
    }
}
