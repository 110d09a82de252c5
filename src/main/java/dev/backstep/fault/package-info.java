/**
 * The faults that people make in BPTT, each one faulty line: what it changes in the rules of the
 * backward pass, and by which numbers it gives itself away.
 */
@NullMarked
package dev.backstep.fault;

import org.jspecify.annotations.NullMarked;
