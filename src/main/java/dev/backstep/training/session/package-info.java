/** Training on a thread of its own, and what it tells of it. */
@NullMarked
package dev.backstep.training.session;

import org.jspecify.annotations.NullMarked;
