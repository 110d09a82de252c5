/**
 * What explains the numbers of a submission that differ from the right ones: faults, and what was
 * done with the gradients besides.
 */
@NullMarked
package dev.backstep.check.diagnosis;

import org.jspecify.annotations.NullMarked;
