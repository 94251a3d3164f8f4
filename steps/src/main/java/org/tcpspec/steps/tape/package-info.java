/**
 * What a play of a scenario read from its bench besides the record, and the bench that gives it all back: a verdict is a
 * function of both, and can be judged again without the IUT.
 */
package org.tcpspec.steps.tape;
