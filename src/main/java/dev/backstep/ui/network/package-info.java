/** The unrolled network. */
package dev.backstep.ui.network;
