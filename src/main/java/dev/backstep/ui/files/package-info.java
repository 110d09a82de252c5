/** Sessions and texts that are opened, saved, kept and brought back. */
package dev.backstep.ui.files;
