/** The one engine: the parameters of a net, and forward and backward through one sequence. */
@NullMarked
package dev.backstep.model;

import org.jspecify.annotations.NullMarked;
