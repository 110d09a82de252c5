/**
 * Somebody's own numbers: recognised among the arrays of a file, compared with the engine's, and
 * explained by the faults that give them.
 */
package dev.backstep.check;
