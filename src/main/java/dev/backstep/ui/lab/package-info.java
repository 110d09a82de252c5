/** The Bug lab: a run with a fault beside the right one. */
package dev.backstep.ui.lab;
