/**
 * The arrays of a user’s own program, found by what they are and brought into the project’s shapes.
 */
@NullMarked
package dev.backstep.check.submission;

import org.jspecify.annotations.NullMarked;
