/** Step: one sequence, one equation at a time. */
package dev.backstep.ui.step;
