/** What is taken away from the screen: numbers, pictures, scripts. */
package dev.backstep.ui.takeaway;
