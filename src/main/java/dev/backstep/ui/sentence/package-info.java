/** The sentence over the picture of Step, and the value beside the pointer. */
@NullMarked
package dev.backstep.ui.sentence;

import org.jspecify.annotations.NullMarked;
