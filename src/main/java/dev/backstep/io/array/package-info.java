/** Arrays in files: {@code .npy} and {@code .npz}. */
@NullMarked
package dev.backstep.io.array;

import org.jspecify.annotations.NullMarked;
