package org.tcpspec.steps.words;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.tcpspec.spi.iut.Capability;

/**
 * What a step needs of the IUT, besides what its parameters need, and how long it waits in real time, besides what a
 * time among its parameters says. Planning, selection and scheduling read nothing else.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    Capability[] value() default {};

    /** The step brings a connection into the state among its parameters. */
    boolean path() default false;

    /** ... by an active OPEN. */
    boolean active() default false;

    /** The step changes the setting that its first parameter names. */
    boolean setting() default false;

    /** How many initial RTOs the step waits; a time among its parameters counts besides. */
    int rtos() default 0;
}
