/** The faults of batches in the Bug lab: what they do where lengths differ, and where they hide. */
@NullMarked
package dev.backstep.ui.labbatch;

import org.jspecify.annotations.NullMarked;
