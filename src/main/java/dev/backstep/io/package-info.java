/**
 * Files that are written whole or not at all, and the folders that the program keeps its own in.
 */
@NullMarked
package dev.backstep.io;

import org.jspecify.annotations.NullMarked;
