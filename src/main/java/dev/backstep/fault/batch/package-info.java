/** What people get wrong where several sequences stand in one array. */
@NullMarked
package dev.backstep.fault.batch;

import org.jspecify.annotations.NullMarked;
