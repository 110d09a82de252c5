/** Numbers and equations as LaTeX. */
@NullMarked
package dev.backstep.io.latex;

import org.jspecify.annotations.NullMarked;
