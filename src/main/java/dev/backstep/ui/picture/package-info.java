/** Pictures of what is shown, to be saved. */
package dev.backstep.ui.picture;
