package org.tcpspec.reports.write;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tcpspec.reports.read.BrokenInputException;

/** Places that the user names for what is written: looked at before anything is played, so that nothing measured is lost. */
public final class Places {
    private Places() {}

    /**
     * Makes {@code folder}, which {@code option} names, if it is not there.
     *
     * @throws BrokenInputException if it cannot be made, or cannot be written
     */
    public static void folder(String option, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (FileAlreadyExistsException e) {
            throw new BrokenInputException(option + " " + folder + " is a file; name a folder.", e);
        } catch (IOException e) {
            throw new BrokenInputException(
                    option + " " + folder + ": this folder cannot be made here; name another, or mend the rights.", e);
        }
        if (!Files.isWritable(folder)) {
            throw new BrokenInputException(option + " " + folder
                    + ": nothing can be written into this folder; name another, or mend its rights.");
        }
    }

    /**
     * Looks whether {@code file}, which {@code option} names, can be written.
     *
     * @throws BrokenInputException if it cannot
     */
    public static void file(String option, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null) {
            throw new BrokenInputException(option + " " + file + " is a folder; name a file.");
        }
        if (!Files.isDirectory(folder)) {
            throw new BrokenInputException(
                    option + " " + file + ": there is no folder " + folder + "; make it, or name another file.");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new BrokenInputException(
                    option + " " + file + " cannot be written; name another file, or mend the rights.");
        }
    }
}
