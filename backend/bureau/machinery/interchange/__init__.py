"""What other systems send and take as a whole: OneRoster, Ed-Fi, SIF, and our registry for another bureau."""
