/** Numbers of somebody's file in the project's shape, and where they stand there. */
@NullMarked
package dev.backstep.check.meaning.source;

import org.jspecify.annotations.NullMarked;
