/** The Flow screen: how far the gradient of a loss reaches back, and why. */
@NullMarked
package dev.backstep.ui.flow;

import org.jspecify.annotations.NullMarked;
