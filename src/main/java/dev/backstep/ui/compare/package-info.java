/** Compare: two runs side by side, and many pairs of them. */
package dev.backstep.ui.compare;
