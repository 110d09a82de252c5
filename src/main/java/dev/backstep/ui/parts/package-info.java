/** Rows and grids of numbers that several screens share. */
package dev.backstep.ui.parts;
