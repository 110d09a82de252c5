/** Pictures as PNG and SVG. */
@NullMarked
package dev.backstep.io.picture;

import org.jspecify.annotations.NullMarked;
