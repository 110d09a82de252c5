/** The batch that the sequence on Step stands in. */
@NullMarked
package dev.backstep.ui.batch;

import org.jspecify.annotations.NullMarked;
