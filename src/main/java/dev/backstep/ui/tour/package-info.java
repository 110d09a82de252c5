/** The guided tour. */
package dev.backstep.ui.tour;
