/** The arithmetic of the selected number, its equations, its weights. */
package dev.backstep.ui.inspector;
