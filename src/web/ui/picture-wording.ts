/** What readers are told of pictures that got another file. */
export const pictureWords = {
  heading: 'Pictures replaced',
  replaced: 'A picture was replaced,',
  before: 'Before',
  after: 'Since then',
};
