/** The program: it starts, and hands the command line what draws. */
package dev.backstep.app;
