/** By which numbers a fault gives itself away, and by which it cannot be told from others. */
@NullMarked
package dev.backstep.fault.evidence;

import org.jspecify.annotations.NullMarked;
