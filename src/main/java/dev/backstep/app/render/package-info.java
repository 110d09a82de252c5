/** The screens as pictures and as a film, without a display. */
package dev.backstep.app.render;
