/** My code: the numbers of a user’s own program beside the right ones. */
@NullMarked
package dev.backstep.ui.mycode;

import org.jspecify.annotations.NullMarked;
