package org.tcpspec.model;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import org.tcpspec.spi.wire.Endpoint;

/** The function F of RFC 6528 section 3, with a secret key of its own. */
final class KeyedHash {

    /** The length of the key. */
    static final int KEY_OCTETS = 32;

    private final byte[] key = new byte[KEY_OCTETS];

    KeyedHash(SplittableRandom random) {
        random.nextBytes(key);
    }

    int of(Endpoint local, Endpoint remote) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(key);
            for (Endpoint end : new Endpoint[] {local, remote}) {
                sha256.update(end.address().getAddress());
                sha256.update((byte) (end.port() >> 8));
                sha256.update((byte) end.port());
            }
            return ByteBuffer.wrap(sha256.digest()).getInt();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
