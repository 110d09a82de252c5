/** The screens as pictures and as a film, without a display. */
@NullMarked
package dev.backstep.app.render;

import org.jspecify.annotations.NullMarked;
