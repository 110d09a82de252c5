/** Scripts in NumPy that compute what the screen shows. */
@NullMarked
package dev.backstep.io.python;

import org.jspecify.annotations.NullMarked;
