package org.tcpspec.spi.toy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;
import org.tcpspec.spi.iut.IutContract;

/** The contract can be broken: every mistake of an adapter fails at least one of its tests. */
class ToyFlawTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyFlawIsNoticed(ToyFlaw flaw) throws IllegalAccessException {
        assertThat(failures(flaw)).as("tests that fail with %s", flaw).isNotZero();
    }

    @Test
    void noFlawNoFailure() throws IllegalAccessException {
        assertThat(failures(ToyFlaw.NONE)).isZero();
    }

    private static int failures(ToyFlaw flaw) throws IllegalAccessException {
        List<Method> tests = Arrays.stream(IutContract.class.getMethods())
                .filter(m -> m.isAnnotationPresent(Test.class))
                .toList();
        assertThat(tests).hasSizeGreaterThan(25);
        int failures = 0;
        for (Method test : tests) {
            try {
                test.invoke(new ToyContract(flaw));
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof TestAbortedException)) {
                    failures++;
                }
            }
        }
        return failures;
    }
}
